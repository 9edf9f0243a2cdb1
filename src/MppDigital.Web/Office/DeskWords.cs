using MppDigital.Regencies.Applications.Office;
using static MppDigital.Web.Office.OfficeTexts;

namespace MppDigital.Web.Office;

internal static class DeskWords
{
    /// <summary>"Kepala DPMPTSP", "Petugas DINKES".</summary>
    public static string Whose(NextStepView step) => T($"Role-{step.Role}", step.Agency);

    /// <summary>The label of an action's button.</summary>
    public static string Button(string action) => T($"Do-{action}");

    /// <summary>What was done, for the timeline and the message after it.</summary>
    public static string Done(string kind) => T($"Did-{kind}");
}
