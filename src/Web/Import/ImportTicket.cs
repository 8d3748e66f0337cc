using Voltloop.Record.Importing;

namespace Voltloop.Web.Import;

/// <summary>A previewed import that waits for its commit.</summary>
/// <param name="Ticket">Unguessable name of the waiting plan.</param>
/// <param name="FileName">Name of the file.</param>
/// <param name="Plan">What would be written.</param>
public sealed record ImportTicket(string Ticket, string FileName, ImportPlan Plan);
