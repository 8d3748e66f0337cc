using Microsoft.Extensions.Options;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Record.Ports;
using Voltloop.Record.Things;

namespace Voltloop.Passport.RenderCarrier;

/// <summary>Reads which labels to print.</summary>
internal sealed class LabelReader(IRecordReader record, IOptions<PassportOptions> options)
{
    /// <summary>Most labels in one file.</summary>
    public const int MostLabels = 10_000;

    /// <summary>Labels of all items of a model, in the order of their identifiers.</summary>
    /// <exception cref="ProblemException"><see cref="CommonProblems.LimitExceeded"/>, or the model has no items.</exception>
    public async Task<IReadOnlyList<Label>> ReadAsync(ThingId model, CancellationToken cancellation)
    {
        var labels = new List<Label>();
        var query = new ThingQuery { Model = model };
        await foreach (var item in AssessReadiness.AllThings.Of(record, query, cancellation).ConfigureAwait(false))
        {
            if (labels.Count == MostLabels) throw new ProblemException(CommonProblems.LimitExceeded, $"The model has more than {MostLabels} items.", "model", "Print them in parts from the page /labels.");
            labels.Add(Label.Of(item, options.Value.PublicBase));
        }

        return labels.Count > 0 ? labels : throw new ProblemException(CommonProblems.NotFound, $"The model \"{model}\" has no items.", "model");
    }

    /// <summary>One sheet of items of a model, or of all batteries.</summary>
    public ValueTask<Page<Thing>> SheetAsync(ThingId? model, string? cursor, SheetLayout layout, CancellationToken cancellation) => record.ListThingsAsync(
        new ThingQuery { Model = model, Kinds = BatteryKinds.All, Cursor = cursor, Limit = layout.PerPage }, cancellation);
}
