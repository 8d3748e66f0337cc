namespace Voltloop.Quality.Model;

/// <summary>Ways to watch many signals together.</summary>
internal enum MonitorMethod
{
    /// <summary>Hotelling's T² on all signals.</summary>
    T2,

    /// <summary>Principal components: T² and SPE.</summary>
    Pca,

    /// <summary>Multivariate EWMA.</summary>
    Mewma,

    /// <summary>Multivariate CUSUM.</summary>
    Mcusum,

    /// <summary>Principal components of rows beside those before them.</summary>
    Dpca,

    /// <summary>Canonical variates of past and future.</summary>
    Cva,
}
