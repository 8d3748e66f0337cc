namespace Voltloop.Kernels.Commonality;

/// <summary>What a search came to.</summary>
public enum CommonalityVerdict
{
    /// <summary>Something separates bad units from good ones.</summary>
    Found,

    /// <summary>Nothing does more than chance would.</summary>
    NothingSeparates,

    /// <summary>All units are bad: nothing can be compared.</summary>
    AllBad,

    /// <summary>No unit is bad.</summary>
    NoneBad,

    /// <summary>Too few bad or good units to say anything.</summary>
    TooFew,
}
