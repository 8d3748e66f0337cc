namespace Voltloop.Passport.Model;

/// <summary>What is handed to the registry for one passport.</summary>
public sealed record RegistryEntry
{
    /// <summary>Unique product identifier, which is the identifier of the passport.</summary>
    public required string UniqueProductIdentifier { get; init; }

    /// <summary>item, batch or model.</summary>
    public required string Granularity { get; init; }

    /// <summary>Identifier of the model, where there is one (Article 8(4)).</summary>
    public string? ModelIdentifier { get; init; }

    /// <summary>Identifier of the batch, where there is one (Article 8(4)).</summary>
    public string? BatchIdentifier { get; init; }

    /// <summary>Identifier of the responsible operator.</summary>
    public string? EconomicOperatorIdentifier { get; init; }

    /// <summary>Commodity code, eight to ten digits.</summary>
    public string? CommodityCode { get; init; }

    /// <summary>Where the passport is read.</summary>
    public required string PassportLink { get; init; }

    /// <summary>Where the back-up copy is read.</summary>
    public string? BackupLink { get; init; }

    /// <summary>Hash of the public part of this version, <c>sha-256:</c> and 64 digits.</summary>
    public required string PublicVersionHash { get; init; }

    /// <summary>Hash of the whole passport of this version.</summary>
    public required string FullVersionHash { get; init; }
}
