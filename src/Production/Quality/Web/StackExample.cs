namespace Voltloop.Quality.Web;

/// <summary>The stack that the editor begins with: the gap between cells before bus bars are welded.</summary>
internal static class StackExample
{
    /// <summary>Its rows.</summary>
    public const string Rows = """
        stack,name,nominal (mm),plus,minus,sensitivity,count,distribution,cost
        cell,can,29.2,0.12,0.12,1,1,normal,0.02
        cell,insulation film,0.11,0.02,0.01,2,1,uniform,
        cell,bulge at 30 % charge,0.35,0.15,0.10,1,1,beta 2 4,
        gap,frame,369.9,0.4,0.4,1,1,inspected,0.05
        gap,cells,,,,-1,12,stack cell,
        gap,compression pads,1.0,0.1,0.1,-1,11,triangular,
        """;

    /// <summary>The rows with the limits that they are shown with.</summary>
    public static StackFields Fields => new() { Rows = Rows, Lsl = "0.8", Usl = "2.7", Allocate = "1.0" };
}
