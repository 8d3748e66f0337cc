namespace Voltloop.Record.Policies;

/// <summary>The decision point with what it needs from the record.</summary>
/// <param name="Policy">Decides.</param>
/// <param name="Register">Knows grants and responsible operators.</param>
/// <param name="References">Knows what points at a document.</param>
public sealed record RecordAccess(IAccessPolicy Policy, AccessRegister Register, IDocumentReferences References);
