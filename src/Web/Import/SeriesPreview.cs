using Voltloop.Record.Series;
using Voltloop.Web.Formatting;

namespace Voltloop.Web.Import;

/// <summary>A channel of a series that an import would write, thinned out for a small picture.</summary>
/// <param name="Title">Name with unit.</param>
/// <param name="Label">The same in words, with its range.</param>
/// <param name="Values">Least and largest value of each piece, so that no peak is lost.</param>
public sealed record SeriesPreview(string Title, string Label, IReadOnlyList<double> Values)
{
    /// <summary>Pieces that a series is cut into.</summary>
    public const int Pieces = 400;

    private static readonly (string Channel, string Title)[] Shown = [("voltage_volt", "Voltage / V"), ("current_ampere", "Current / A, + = charge")];

    /// <summary>Voltage and current of the first series that has both; none when there is no such series.</summary>
    public static IReadOnlyList<SeriesPreview> Of(IReadOnlyList<SeriesAppend> series)
    {
        var first = series.FirstOrDefault(append => Array.TrueForAll(Shown, one => Place(append, one.Channel) >= 0));
        return first is null || first.Columns[0].Length < 2 ? [] : [.. Shown.Select(one => One(one.Title, first.Columns[Place(first, one.Channel)]))];
    }

    private static int Place(SeriesAppend append, string channel) =>
        append.Spec.Channels.ToList().FindIndex(one => string.Equals(one.Name, channel, StringComparison.Ordinal));

    private static SeriesPreview One(string title, double[] values)
    {
        var (least, most) = (values.Min(), values.Max());
        return new SeriesPreview(title, $"{title}: {QuantityFormat.Number(least)} to {QuantityFormat.Number(most)}, {QuantityFormat.Count(values.Length)} samples", Thin(values));
    }

    private static double[] Thin(double[] values)
    {
        if (values.Length <= 2 * Pieces)
        {
            return values;
        }

        var thin = new double[2 * Pieces];
        for (var i = 0; i < Pieces; i++)
        {
            var piece = values.AsSpan((int)((long)i * values.Length / Pieces)..(int)((i + 1L) * values.Length / Pieces));
            var (least, most) = (double.PositiveInfinity, double.NegativeInfinity);
            foreach (var value in piece)
            {
                (least, most) = (Math.Min(least, value), Math.Max(most, value));
            }

            (thin[2 * i], thin[2 * i + 1]) = (least, most);
        }

        return thin;
    }
}
