using System.Text.Json;
using Voltloop.Core.Problems;
using Voltloop.Record.Importing;
using Voltloop.Web.Components;

namespace Voltloop.Web.Pages;

/// <summary>Made-up content of the page "Design system"; named as such on the page and used nowhere else.</summary>
internal static class DesignSamples
{
    private const int Cycles = 900;

    public static readonly DateTimeOffset Moment = new(2027, 2, 18, 9, 30, 0, TimeSpan.Zero);

    public static readonly double[] Fade = [.. Enumerable.Range(0, Cycles).Select(Capacity)];

    public static readonly double[] Counts = [1, 3, 8, 17, 26, 31, 28, 19, 12, 7, 3, 1];

    public static readonly string LineJson = JsonSerializer.Serialize(new
    {
        x = new { label = "Cycle", values = Enumerable.Range(1, Cycles) },
        series = new object[]
        {
            new { label = "Capacity", unit = "Ah", kind = "points", values = Enumerable.Range(0, Cycles).Select(i => i is 11 or 400 ? (double?)null : Math.Round(Capacity(i) + Ripple(i), 5)) },
            new { label = "Estimate", unit = "Ah", kind = "line", values = Fade.Select(v => Math.Round(v, 5)) },
            new { label = "Interval from", unit = "Ah", kind = "band-lower", values = Fade.Select((v, i) => Math.Round(v - Width(i), 5)) },
            new { label = "Interval to", unit = "Ah", kind = "band-upper", values = Fade.Select((v, i) => Math.Round(v + Width(i), 5)) },
            new { label = "Flagged", unit = "Ah", kind = "flag", values = Enumerable.Range(0, Cycles).Select(i => i switch { 11 => 30.971, 400 => 0.93, _ => (double?)null }) },
        },
        marks = new object[] { new { y = 0.88, label = "80 % of rated" } },
    });

    public static readonly string HistogramJson = JsonSerializer.Serialize(new
    {
        x = new { label = "State of health", unit = "%" },
        noun = "cells",
        bins = Counts.Select((count, i) => new { from = 76 + (i * 2), to = 78 + (i * 2), count }),
        marks = new object[] { new { x = 80, label = "80 %" } },
    });

    public static readonly Row[] Rows =
    [
        new("A-0042", "LFP", 80.4, 2104, "Near its end", Tone.Warn),
        new("A-0017", "LFP", 87.2, 1204, "In use", Tone.Good),
        new("B-0003", "NMC 811", 91.9, 640, "In use", Tone.Good),
        new("B-0011", "NMC 811", 96.8, 212, "Flagged data", Tone.Bad),
    ];

    public static readonly Problem Problem = new(
        CommonProblems.InvalidValue, "The CAS number \"7782-42-5 \" ends with a blank.", "/batteryMaterials/2/casNumber", "Remove the blank and import the file again.");

    public static readonly Finding[] Findings =
    [
        new(FindingSeverity.Warning, "capacity-implausible", "30.971 Ah is 28 times the median; kept, flagged, and left out of estimates.", "line 13, column 2"),
        new(FindingSeverity.Note, "encoding-utf16", "UTF-16 with a byte order mark was read."),
    ];

    private static double Capacity(int cycle) => 1.08 - (0.00011 * cycle) - (0.1 * Math.Pow(cycle / (double)Cycles, 6));

    private static double Ripple(int cycle) => 0.004 * (Math.Sin(cycle * 12.9898) + (0.6 * Math.Sin(cycle * 3.233)));

    private static double Width(int cycle) => 0.006 + (0.000012 * cycle);

    /// <summary>A row of the example table.</summary>
    internal sealed record Row(string Name, string Chemistry, double Soh, long Cycles, string State, Tone Tone);
}
