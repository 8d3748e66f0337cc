using System.Globalization;
using Voltloop.Record.Ports;

namespace Voltloop.Record.Policies;

/// <summary>Who writes a batch, for the line of the access log that is written in the same commit.</summary>
/// <param name="Who">Operator identifier.</param>
/// <param name="Name">Name of the account, key or token subject within that operator.</param>
public sealed record WriteAuthor(string Who, string Name)
{
    /// <summary>The line about a batch.</summary>
    /// <param name="receipt">What the batch became.</param>
    public AccessEntry Wrote(WriteReceipt receipt) => new(Who, Name, "write", string.Create(
        CultureInfo.InvariantCulture, $"{receipt.Statements} statements, {receipt.Samples} samples, {receipt.NewThings} new things; assertion {receipt.FirstAssertion}"), receipt.RecordedAt);
}
