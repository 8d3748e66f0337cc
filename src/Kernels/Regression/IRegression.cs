namespace Voltloop.Kernels.Regression;

/// <summary>A fitted regression.</summary>
public interface IRegression
{
    /// <summary>The prediction for one row of features.</summary>
    double Predict(ReadOnlySpan<double> row);
}
