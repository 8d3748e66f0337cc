using System.Text;
using System.Text.Json;
using Voltloop.Core.Problems;
using Voltloop.Core.Provenance;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;

namespace Voltloop.Record.Writing;

/// <summary>What a statement must look like.</summary>
internal static class StatementRules
{
    private const int SmallValue = 128;
    private const int MaxBytesPerChar = 3;

    private static readonly JsonReaderOptions Json = new() { MaxDepth = WriteLimits.MaxValueDepth };

    public static void Check(Assertion assertion, string at)
    {
        Rule.Name(assertion.Issuer, WriteLimits.MaxTextLength, "issuer", at);
        Rule.Require(assertion.Statements.Count > 0, "An assertion needs a statement.", at);
        for (var i = 0; i < assertion.Statements.Count; i++)
        {
            try
            {
                Check(assertion.Statements[i]);
            }
            catch (ProblemException e)
            {
                throw new ProblemException(e.Problem with { Location = $"{at}/statements/{i}" }, e);
            }
        }
    }

    private static void Check(Statement statement)
    {
        BatchRules.CheckId(statement.Thing, "");
        Rule.Name(statement.Term, WriteLimits.MaxNameLength, "term", "");
        Rule.Require(statement.Kind is >= StatementKind.Value and <= StatementKind.Retracted, "There is no such kind of statement.", "");
        if (statement.Unit is not null)
        {
            Rule.Name(statement.Unit, WriteLimits.MaxNameLength, "unit", "");
        }

        CheckValue(statement);
        CheckInterval(statement);
        CheckEvidence(statement.Evidence);
    }

    private static void CheckValue(Statement statement)
    {
        var json = statement.Value.Json;
        var isNull = statement.Value.IsNull;
        var otherwise = isNull ? "A stated value must not be null." : "An ended or retracted statement has no value.";
        Rule.Require(isNull == (statement.Kind != StatementKind.Value), otherwise, "");
        Rule.Text(json, WriteLimits.MaxValueBytes, "value", "");
        Rule.Require(statement.Value.AsNumber() is not { } number || double.IsFinite(number), "The number is outside the range of a double.", "");
        CheckJson(json);
    }

    private static void CheckJson(string json)
    {
        Span<byte> small = stackalloc byte[SmallValue * MaxBytesPerChar];
        ReadOnlySpan<byte> bytes = json.Length <= SmallValue ? small[..Encoding.UTF8.GetBytes(json, small)] : Encoding.UTF8.GetBytes(json);
        Rule.Limit(bytes.Length, WriteLimits.MaxValueBytes, "bytes of value", "");
        try
        {
            var reader = new Utf8JsonReader(bytes, Json);
            while (reader.Read())
            {
            }
        }
        catch (JsonException e)
        {
            throw new ProblemException(CommonProblems.InvalidValue, $"The value is not JSON of at most {WriteLimits.MaxValueDepth} levels: {e.Message}");
        }
    }

    private static void CheckInterval(Statement statement)
    {
        if (statement.Uncertainty is not { } interval)
        {
            return;
        }

        var isOne = double.IsFinite(interval.Lower) && double.IsFinite(interval.Upper) && interval.Lower <= interval.Upper;
        Rule.Require(isOne, "The interval is not one: lower and upper must be numbers in this order.", "");
        Rule.Require(interval.Level is > 0 and < 1, "The level of an interval lies between 0 and 1.", "");
        Rule.Require(statement.Value.AsNumber() is not null, "Only a number has an interval.", "");
    }

    private static void CheckEvidence(Evidence evidence)
    {
        Rule.Name(evidence.Method, WriteLimits.MaxTextLength, "method", "");
        Rule.Text(evidence.Reference ?? "", WriteLimits.MaxTextLength, "reference", "");
        Rule.Text(evidence.Validity ?? "", WriteLimits.MaxTextLength, "validity", "");
        Rule.Limit(evidence.Inputs?.Count ?? 0, WriteLimits.MaxInputs, "inputs", "");
        foreach (var input in evidence.Inputs ?? [])
        {
            Rule.Text(input, WriteLimits.MaxTextLength, "input", "");
        }
    }
}
