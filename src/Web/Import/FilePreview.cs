using Voltloop.Core.Problems;

namespace Voltloop.Web.Import;

/// <summary>What became of one file of the form: a ticket, or the problem that stands in the way.</summary>
public sealed record FilePreview(string FileName, ImportTicket? Ticket, Problem? Problem);
