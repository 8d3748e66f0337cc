using Voltloop.Record.Statements;

namespace Voltloop.Tracing.Model.KeyEvents;

/// <summary>A statement that follows from an event.</summary>
/// <param name="Issuer">Who captured the event, and so claims it.</param>
/// <param name="Statement">The statement; its evidence names the event.</param>
internal sealed record Fact(string Issuer, Statement Statement)
{
    /// <summary>Two facts with the same place are the same fact, perhaps with another value.</summary>
    public (string Issuer, string Term, DateTimeOffset ValidFrom) Place => (Issuer, Statement.Term, Statement.ValidFrom);
}
