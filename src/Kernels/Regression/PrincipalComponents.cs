using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Kernels.Regression;

/// <summary>Regression on the principal components with the largest variance (Jolliffe, Principal Component Analysis, 8).</summary>
public static class PrincipalComponents
{
    /// <summary>Fits with a number of components; fewer when the features have not as many directions.</summary>
    public static Fit With(int components)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(components, 1);
        return (features, target) =>
        {
            var centred = new Centred(features, target);
            var svd = SingularValues.Of(centred.Features);
            return centred.Model(OrdinaryLeastSquares.Combine(svd, centred.Target, Math.Min(components, svd.Rank), value => 1 / value));
        };
    }
}
