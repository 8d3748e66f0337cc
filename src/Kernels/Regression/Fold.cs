namespace Voltloop.Kernels.Regression;

/// <summary>One split of the cases.</summary>
/// <param name="Kept">Cases to fit on.</param>
/// <param name="LeftOut">Cases to predict.</param>
public sealed record Fold(int[] Kept, int[] LeftOut);
