using System.Globalization;
using Voltloop.Kernels.Detection;

namespace Voltloop.Health.Model.Packs;

/// <summary>Watches over a recording and says in words what was found.</summary>
internal static class SafetyAssessment
{
    private const double Day = 86_400;
    private const double WindowsOfRecord = 30;

    /// <summary>Watches.</summary>
    /// <param name="recording">The recording.</param>
    /// <param name="perYear">False alarms allowed in a year of this pack.</param>
    public static PackSafety Of(PackRecording recording, double perYear)
    {
        var settings = new SafetySettings { FalseAlarmsPerYear = perYear, WindowSeconds = Window(recording) };
        var report = SafetyWatch.Run(recording.Matrix, settings);
        var findings = report.Alarms.GroupBy(alarm => (alarm.Kind, alarm.Channel)).Select(group => Finding(recording, group.First(), group.Count() - 1)).OrderBy(finding => finding.AtHours);
        return new PackSafety([.. findings], [.. report.Tests.Select(Check)], Math.Round(report.Tests.Sum(test => test.FalseAlarmsPerYear), 4), Math.Round(settings.WindowSeconds / 3600, 3), SafetyValidity.Of(report));
    }

    // A day where the recording has a month of them; a short test is cut into thirty.
    private static double Window(PackRecording recording)
    {
        var second = recording.Matrix.Second;
        var interval = (second[^1] - second[0]) / (second.Length - 1);
        return Math.Clamp((second[^1] - second[0]) / WindowsOfRecord, Math.Min(Day, 1.01 * WindowFits.FewestSamples * interval), Day);
    }

    private static SafetyCheck Check(SafetyTest test) => new(
        test.Kind, test.Refusal, Math.Round(test.FalseAlarmsPerYear, 5), PackFigure.Known(test.RunLength), PackFigure.Known(test.Threshold));

    private static SafetyFinding Finding(PackRecording recording, SafetyAlarm alarm, int repeated)
    {
        var name = (alarm.Kind == SafetyKind.Overheating ? recording.Sensors : recording.Cells)[alarm.Channel];
        var (unit, scale) = Unit(alarm.Kind);
        var start = recording.Matrix.Second[0];
        var size = PackFigure.Of(alarm.Size, alarm.Half / 1.959963984540054, scale);
        return new SafetyFinding(alarm.Kind, name, Math.Round((alarm.Second - start) / 3600, 2), Math.Round((alarm.Since - start) / 3600, 2), Words(alarm.Kind, name, size, unit))
        {
            Size = size, Unit = size is null ? null : unit, Repeated = repeated,
        };
    }

    private static (string Unit, double Scale) Unit(SafetyKind kind) => kind switch
    {
        SafetyKind.InternalShort => ("mA", 1000),
        SafetyKind.LooseContact => ("mOhm", 1000),
        SafetyKind.Overheating => ("K", 1),
        _ => ("mV", 1000),
    };

    private static string Words(SafetyKind kind, string name, PackFigure? size, string unit)
    {
        var told = size is null ? "" : string.Create(CultureInfo.InvariantCulture, $" by {size.Value:G3} {unit} ({size.Value - size.Half:G3} to {size.Value + size.Half:G3})");
        return kind switch
        {
            SafetyKind.InternalShort => $"{name} loses more charge than the others{told}: internal short?",
            SafetyKind.LooseContact => $"The resistance of {name} grew{told}: loose contact?",
            SafetyKind.SensorOffset => $"The voltage of {name} jumped{told} and stayed there: sensor?",
            SafetyKind.SensorSpike => $"One voltage of {name} is off{told}: sensor?",
            SafetyKind.SensorStuck => $"The voltage of {name} stood still while the others moved: sensor?",
            SafetyKind.Plating => $"The voltage of {name} fell in two waves after a charge: plated lithium?",
            _ => $"{name} became warmer than the others{told}",
        };
    }
}
