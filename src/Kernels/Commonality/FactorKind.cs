namespace Voltloop.Kernels.Commonality;

/// <summary>What sort of possible cause it is.</summary>
public enum FactorKind
{
    /// <summary>One level of a step.</summary>
    Level,

    /// <summary>One level in a window of time.</summary>
    Window,

    /// <summary>Two levels of different steps together.</summary>
    Pair,
}
