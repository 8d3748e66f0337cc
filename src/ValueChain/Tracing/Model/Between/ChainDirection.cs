namespace Voltloop.Tracing.Model.Between;

/// <summary>Which way along the chain.</summary>
internal enum ChainDirection
{
    /// <summary>To where something comes from.</summary>
    Up = 0,

    /// <summary>To where something went.</summary>
    Down = 1,
}
