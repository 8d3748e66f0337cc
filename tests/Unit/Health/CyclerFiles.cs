using System.Globalization;
using System.Text;

namespace Voltloop.Tests.Unit.Health;

/// <summary>Small files in the manner of cyclers, made up for the tests.</summary>
internal static class CyclerFiles
{
    public const string MaccorHead = "Today's Date 01/02/2024  Date of Test:\t01/01/2024\tFilename:\tx\r\nRec#\tCyc#\tStep\tTestTime\tStepTime\tAmp-hr\tWatt-hr\tAmps\tVolts\tState\tES\tDPt Time\tAux #1\tUnits\r\n";

    public const string ArbinHead = "Data_Point,Date_Time,Test_Time(s),Step_Time(s),Cycle_Index,Step_Index,Current(A),Voltage(V),Charge_Capacity(Ah),Discharge_Capacity(Ah)\n";

    public const string NewareHead = "DataPoint,Cycle Index,Step Index,Step Type,Time,Total Time,Current(mA),Voltage(mV),Capacity(mAh),Date\n";

    public const string NovonixHead = "[Summary]\nNovonix HPC data file\n[End Summary]\n[Data]\n\"Date and Time,Cycle Number,Step Type,Run Time (h),Step Time (h),Current (A),Potential (V),Capacity (Ah),Temperature (°C)\"\n";

    /// <summary>A row of Maccor: unsigned current, duration with days, dates as given.</summary>
    public static string Maccor(int record, string state, double ampere, string date = "01/13/2024 10:00:00") => string.Create(
        CultureInfo.InvariantCulture,
        $"{record}\t1\t{(state == "D" ? 2 : 3)}\t  0d 00:00:{record:00}.5\t  0d 00:00:0.5\t0\t0\t{ampere}\t{3.5 + (state == "C" ? 0.01 : -0.01) * record}\t{state}\t1\t{date}\t-2501.7\t C  \r\n");

    public static string MaccorFile(Func<int, string> date) => MaccorHead
        + string.Concat(Enumerable.Range(1, 20).Select(i => Maccor(i, i <= 10 ? "D" : "C", 1.5, date(i))));

    public static string MaccorFile() => MaccorFile(i => $"01/13/2024 10:00:{i:00}");

    public static byte[] Utf16(string text) => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)];
}
