namespace Voltloop.Tracing.Model;

/// <summary>Members beside those of the standard.</summary>
internal enum Further
{
    /// <summary>None.</summary>
    Nothing = 0,

    /// <summary>Those with a prefix.</summary>
    Extensions = 1,

    /// <summary>Any.</summary>
    Anything = 2,
}
