using MppDigital.Web.Components.Text;

namespace MppDigital.Web.Citizen.Applications;

internal static class DocumentWords
{
    public static string ReadIt => Language.Pick("Baca dokumen di halaman", "Read the document as a page");

    public static string Revoked(string moment) => Language.Pick($"Dokumen ini dicabut {moment}", $"This document was revoked on {moment}");
}
