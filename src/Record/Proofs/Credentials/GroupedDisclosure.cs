namespace Voltloop.Record.Proofs.Credentials;

/// <summary>A disclosure as its issuer knows it.</summary>
/// <param name="Disclosure">The disclosure.</param>
/// <param name="Pointer">Where its value belongs.</param>
/// <param name="Group">Who may see it.</param>
public sealed record GroupedDisclosure(Disclosure Disclosure, string Pointer, string Group);
