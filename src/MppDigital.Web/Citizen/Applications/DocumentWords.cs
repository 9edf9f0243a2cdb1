using MppDigital.Web.Components.Text;

namespace MppDigital.Web.Citizen.Applications;

internal static class DocumentWords
{
    public static string ReadIt => Language.Pick("Baca dokumen di halaman", "Read the document as a page");

    public static string Annulled(string moment) => Language.Pick($"Dokumen ini terbit karena hukum dan dibatalkan {moment}", $"This document was granted by law and was annulled on {moment}");

    /// <param name="ground">As in <see cref="MppDigital.Regencies.Documents.AnnulmentGround"/>.</param>
    public static string Ground(string ground) => ground switch
    {
        "authority" => Language.Pick("Cacat wewenang (UU 30/2014 pasal 66)", "For want of authority (UU 30/2014, art. 66)"),
        "procedure" => Language.Pick("Cacat prosedur (UU 30/2014 pasal 66)", "For a defect of procedure (UU 30/2014, art. 66)"),
        _ => Language.Pick("Cacat substansi (UU 30/2014 pasal 66)", "For a defect of substance (UU 30/2014, art. 66)"),
    };

    /// <summary>What the holder can do against it; the same office, then the one above it, then the court.</summary>
    public static string Objection => Language.Pick(
        "Tidak setuju? Ajukan keberatan ke instansi ini paling lambat 21 hari kerja sejak keputusan ini (UU 30/2014 pasal 77), lalu banding ke atasannya, lalu gugat ke pengadilan tata usaha negara.",
        "You disagree? Object at this agency within 21 working days of this decision (UU 30/2014, art. 77), then appeal to its superior, then go to the administrative court.");

    public static string Revoked(string moment) => Language.Pick($"Dokumen ini dicabut {moment}", $"This document was revoked on {moment}");
}
