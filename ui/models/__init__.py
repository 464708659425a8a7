"""What views show: windows of ids over the workspace and plain rows; little or no Qt."""
