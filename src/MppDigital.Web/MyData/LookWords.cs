using MppDigital.National.Residents.Looks;
using MppDigital.Web.Components.Text;

namespace MppDigital.Web.MyData;

/// <summary>Why somebody read a person's data, in words for that person.</summary>
internal static class LookWords
{
    public static string Purpose(string purpose) => purpose switch
    {
        LookPurposes.Review => Language.Pick("Membuka berkas untuk memeriksanya", "Opened the file to review it"),
        LookPurposes.RevealNik => Language.Pick("Menampilkan NIK lengkap", "Had the whole NIK shown"),
        LookPurposes.OpenFile => Language.Pick("Membuka berkas yang diunggah", "Opened an uploaded paper"),
        LookPurposes.ReadDocument => Language.Pick("Membaca dokumen terbit", "Read the issued document"),
        LookPurposes.AskRegister => Language.Pick("Bertanya ke register supaya Anda tidak menulis lagi", "Asked a register so that you need not write again"),
        LookPurposes.Prefill => Language.Pick("Mengisi formulir dari data Anda", "Filled in a form from your data"),
        LookPurposes.HandOver => Language.Pick("Menyerahkan data bersama permohonan", "Handed over data with an application"),
        LookPurposes.Correction => Language.Pick("Membaca permintaan perbaikan Anda", "Read your request for correction"),
        _ => purpose,
    };
}
