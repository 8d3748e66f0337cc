using Voltloop.Core.Problems;
using Voltloop.Record.Ports;

namespace Voltloop.Web.Import;

/// <summary>What became of one commit: a receipt, or the problem that refused it.</summary>
public sealed record CommitResult(WriteReceipt? Receipt, Problem? Problem);
