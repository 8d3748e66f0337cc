namespace Voltloop.Core.Identities;

/// <summary>What a reader of GS1 Digital Links lets pass beyond the current standard.</summary>
public sealed record DigitalLinkOptions
{
    /// <summary>The current standard: nothing is let pass.</summary>
    public static readonly DigitalLinkOptions Strict = new();

    /// <summary>Words such as <c>/gtin/</c> in place of the AI, as early versions of the standard allowed.</summary>
    public bool PermitConvenienceAlphas { get; init; }

    /// <summary>A GTIN-8, -12 or -13 in AI 01 without the leading zeros.</summary>
    public bool PermitZeroSuppressedGtin { get; init; }

    /// <summary>Numeric names that GS1 has not assigned may be AIs.</summary>
    public bool PermitUnknownAis { get; init; }

    /// <summary>An AI that GS1 has not assigned is refused as a data attribute, for nobody knows whether it is one.</summary>
    public bool RefuseUnknownAttributes { get; init; } = true;
}
