namespace Voltloop.Passport.ServeEn18222;

/// <summary>What a body says, whatever its dialect.</summary>
internal sealed record DppInput
{
    /// <summary>Identifier of the passport, when stated.</summary>
    public string? DppId { get; set; }

    /// <summary>Identifier of the product, when stated.</summary>
    public string? ProductId { get; set; }

    /// <summary>Granularity in lower case, when stated.</summary>
    public string? Granularity { get; set; }

    /// <summary>What is said of terms, header included.</summary>
    public List<DppFact> Facts { get; } = [];
}
