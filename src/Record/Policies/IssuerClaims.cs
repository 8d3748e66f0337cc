namespace Voltloop.Record.Policies;

/// <summary>What an issuer said of a visitor when it signed in. Whether the issuer may still say so is asked at each use.</summary>
/// <param name="Issuer">Issuer identifier.</param>
/// <param name="Subject">Name of the visitor at the issuer.</param>
/// <param name="Operator">Operator it acts for (EN 18219).</param>
/// <param name="Audiences">Audiences the issuer gives it.</param>
/// <param name="Writes">Whether it may write.</param>
public sealed record IssuerClaims(string Issuer, string Subject, string Operator, IReadOnlyList<string> Audiences, bool Writes);
