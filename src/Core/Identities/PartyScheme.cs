namespace Voltloop.Core.Identities;

/// <summary>Schemes that identify operators and facilities (EN 18219, clause 6).</summary>
public enum PartyScheme
{
    /// <summary>None that is known.</summary>
    Unknown = 0,

    /// <summary>Global Location Number of GS1, bare or as a Digital Link (414, 417).</summary>
    Gln = 1,

    /// <summary>Legal Entity Identifier (ISO 17442).</summary>
    Lei = 2,

    /// <summary>Economic Operators Registration and Identification number of the European Union.</summary>
    Eori = 3,

    /// <summary>Value-added tax number of a member state.</summary>
    Vat = 4,

    /// <summary>Decentralised identifier.</summary>
    Did = 5,

    /// <summary>Any web address.</summary>
    Link = 6,
}
