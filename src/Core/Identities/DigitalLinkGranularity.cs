namespace Voltloop.Core.Identities;

/// <summary>How fine a GS1 key is: decided by the key, by its qualifiers, or by a serial within the value.</summary>
internal static class DigitalLinkGranularity
{
    private const int DocumentTypeDigits = 13;
    private const int ReturnableTypeDigits = 14;

    /// <summary>
    /// A trade item, piece, part or model number names a model until a lot (10) or a serial (21, 235, 8011) narrows it;
    /// documents, coupons and returnable assets name a type until a serial follows; every other key names one thing.
    /// </summary>
    public static Granularity Of(AiValue key, IReadOnlyList<AiValue> qualifiers) => key.Ai switch
    {
        "01" or "8006" or "8010" or "8013" => OfQualifiers(qualifiers),
        "253" or "255" => key.Value.Length > DocumentTypeDigits ? Granularity.Item : Granularity.Model,
        "8003" => key.Value.Length > ReturnableTypeDigits ? Granularity.Item : Granularity.Model,
        _ => Granularity.Item,
    };

    private static Granularity OfQualifiers(IReadOnlyList<AiValue> qualifiers)
    {
        if (qualifiers.Any(q => q.Ai is "21" or "235" or "8011")) return Granularity.Item;
        return qualifiers.Any(q => q.Ai is "10") ? Granularity.Batch : Granularity.Model;
    }
}
