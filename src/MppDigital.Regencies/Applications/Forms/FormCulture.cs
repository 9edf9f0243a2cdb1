using System.Globalization;

namespace MppDigital.Regencies.Applications.Forms;

internal static class FormCulture
{
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static CultureInfo Of(bool english) => english ? English : Indonesian;
}
