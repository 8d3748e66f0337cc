using System.Text.Json;
using Voltloop.Core.Problems;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;

namespace Voltloop.Record.Terms;

/// <summary>
/// Lets only statements through whose term is in the vocabulary and whose value has the term's unit and type. The record
/// itself takes any term, so that it can be read without the vocabulary it was written with.
/// </summary>
public sealed class VocabularyCheckedWriter(IRecordWriter inner, IVocabulary vocabulary) : IRecordWriter
{
    /// <inheritdoc/>
    public Task<WriteReceipt> WriteAsync(WriteBatch batch, CancellationToken cancellation = default)
    {
        for (var a = 0; a < batch.Assertions.Count; a++)
        {
            var statements = batch.Assertions[a].Statements;
            for (var s = 0; s < statements.Count; s++)
            {
                Check(statements[s], $"/assertions/{a}/statements/{s}");
            }
        }

        return inner.WriteAsync(batch, cancellation);
    }

    private void Check(Statement statement, string at)
    {
        var term = vocabulary.Find(statement.Term)
            ?? throw new ProblemException(CommonProblems.UnknownTerm, $"\"{statement.Term}\" is not in the vocabulary.", at);
        if (statement.Kind != StatementKind.Value)
        {
            return;
        }

        if (!string.Equals(statement.Unit, term.Unit, StringComparison.Ordinal))
        {
            throw Broken($"{term.Id} is stated in {term.Unit ?? "no unit"}, not in {statement.Unit ?? "no unit"}.", at);
        }

        if (!Fits(statement.Value, term.Type))
        {
            throw Broken($"{term.Id} is a {term.Type}; {Shortened(statement.Value.Json)} is not.", at);
        }
    }

    /// <summary>True when a value has the form of a type: a date is a day, month, year or moment, a link an absolute address or a hash.</summary>
    public static bool Fits(StatementValue value, TermType type) => type switch
    {
        TermType.Number => value.AsNumber() is not null,
        TermType.Text => IsText(value),
        TermType.Boolean => value.Json is "true" or "false",
        // What a text says is judged by importers, who report it with its place: a record that refused an odd date of others would lose it.
        TermType.Date => IsText(value),
        TermType.Structure => value.Json is ['{' or '[', ..],
        TermType.Link => IsText(value) && IsLink(value.AsText()!),
        _ => false,
    };

    private static bool IsText(StatementValue value)
    {
        try
        {
            return value.AsText() is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsLink(string text) =>
        (text.Length == 64 && text.All(c => char.IsAsciiDigit(c) || c is >= 'a' and <= 'f'))
        || (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is not ("javascript" or "data" or "vbscript"));

    private static ProblemException Broken(string detail, string at) => new(CommonProblems.InvalidValue, detail, at);

    private static string Shortened(string json) => json.Length <= 60 ? json : json[..60] + "...";
}
