namespace Voltloop.Record.Proofs.Credentials;

/// <summary>Says that a value may be kept back.</summary>
/// <param name="Pointer">Where it is: JSON Pointer (RFC 6901) to a member of an object or an item of an array.</param>
/// <param name="Group">Who may see it, in the issuer's words, for example a point of Annex XIII: a holder selects groups.</param>
public sealed record SdMark(string Pointer, string Group);
