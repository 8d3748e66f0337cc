using Voltloop.Core.Identities;

namespace Voltloop.Passport.Model.En18223;

/// <summary>Header of a passport (EN 18223, table 1 as the open implementations report it).</summary>
internal sealed record DppHeader
{
    /// <summary>Version of the data model that is written when a passport states none.</summary>
    public const string DefaultSchemaVersion = "EN 18223:2026";

    /// <summary>Identifier of the passport.</summary>
    public required string DppId { get; init; }

    /// <summary>Identifier of the product.</summary>
    public required string ProductId { get; init; }

    /// <summary>Model, batch or item.</summary>
    public required Granularity Granularity { get; init; }

    /// <summary>Version of the data model.</summary>
    public required string SchemaVersion { get; init; }

    /// <summary>Status in lower case.</summary>
    public required string Status { get; init; }

    /// <summary>Newest write (UTC); <c>null</c> when nothing was ever stated.</summary>
    public DateTimeOffset? LastUpdate { get; init; }

    /// <summary>Economic operator.</summary>
    public string? OperatorId { get; init; }

    /// <summary>Facility.</summary>
    public string? FacilityId { get; init; }

    /// <summary>Identifier of the model whose data the item or batch resolves (IR (EU) 2026/1778, Article 8(4) and (5)).</summary>
    public string? ModelId { get; init; }

    /// <summary>Identifier of the batch of the item, when the record knows it.</summary>
    public string? BatchId { get; init; }

    /// <summary>Specifications that the content follows.</summary>
    public IReadOnlyList<string> ContentSpecificationIds { get; init; } = [];
}
