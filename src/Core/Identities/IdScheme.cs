namespace Voltloop.Core.Identities;

/// <summary>The schemes of unique identifiers that EN 18219 admits and Voltloop reads.</summary>
public enum IdScheme
{
    /// <summary>Any HTTPS URI without a known structure.</summary>
    Https = 0,

    /// <summary>GS1 identification key as a GS1 Digital Link URI.</summary>
    Gs1DigitalLink = 1,

    /// <summary>Identification link after IEC 61406-1 or -2.</summary>
    Iec61406 = 2,

    /// <summary>Decentralised identifier (W3C DID).</summary>
    Did = 3,

    /// <summary>Digital object identifier.</summary>
    Doi = 4,
}
