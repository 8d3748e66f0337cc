namespace Voltloop.Tests.Conformance.Cyclers;

/// <summary>A column of ours beside the one of the other loader: ours = theirs × factor + offset.</summary>
internal sealed record GoldenColumn(string Ours, string Theirs, double Factor = 1, double Offset = 0);
