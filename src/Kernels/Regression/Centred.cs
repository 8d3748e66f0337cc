using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Kernels.Regression;

/// <summary>Features and target less their means, and how to give back a model in the units of the features.</summary>
internal sealed class Centred
{
    private readonly double[] _means;

    public Centred(Matrix features, double[] target)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(target.Length, features.Rows);
        ArgumentOutOfRangeException.ThrowIfZero(target.Length);
        _means = new double[features.Columns];
        for (var i = 0; i < features.Rows; i++) Dot.Add(_means, 1.0 / features.Rows, features.Row(i));
        Features = features.Copy();
        for (var i = 0; i < features.Rows; i++) Dot.Add(Features.Row(i), -1, _means);
        TargetMean = target.Average();
        Target = Array.ConvertAll(target, value => value - TargetMean);
    }

    /// <summary>Features less the mean of their column.</summary>
    public Matrix Features { get; }

    /// <summary>Target less its mean.</summary>
    public double[] Target { get; }

    /// <summary>Mean of the target.</summary>
    public double TargetMean { get; }

    /// <summary>The model whose coefficients were found for the centred features.</summary>
    public LinearModel Model(double[] coefficients) => new(TargetMean - Dot.Of(_means, coefficients), coefficients);
}
