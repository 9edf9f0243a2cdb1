using Microsoft.Extensions.Localization;
using MppDigital.National.LifeEvents;
using MppDigital.Web.Components.Text;

namespace MppDigital.Web.Components.Pieces;

/// <summary>Words of what is applied for together, both languages side by side, so that neither can be forgotten.</summary>
internal static class LifeEventWords
{
    public static string DoAtOnce => Language.Pick("Urus semuanya dengan satu formulir", "Do it all with one form");

    public static string Begin => Language.Pick("Urus sekaligus", "Apply for all");

    public static string StartTitle(string name) => Language.Pick($"Urus sekaligus: {name}", $"Apply for all: {name}");

    public static string Name(LifeEvent happening) => Language.Pick(happening.Definition.ShortId, happening.Definition.ShortEn);

    public static string Title(LifeEvent happening) => Language.Pick(happening.Definition.NameId, happening.Definition.NameEn);

    public static string Lead(LifeEvent happening) => Language.Pick(happening.Definition.DescriptionId, happening.Definition.DescriptionEn);

    public static string Count(int services) => Language.Pick($"{services} layanan, satu formulir", $"{services} services, one form");

    public static string InAll(int days, IStringLocalizer<SharedTexts> texts) => Language.Pick($"Selesai seluruhnya: {ServiceWords.Days(days, texts)}", $"All of it: {ServiceWords.Days(days, texts)}");

    public static string FeeOf(long? amount) => amount switch
    {
        0 => Language.Pick("Semuanya gratis", "All of it is free"),
        { } idr => Language.Pick($"Seluruhnya {Figures.Rupiah(idr)}", $"{Figures.Rupiah(idr)} in all"),
        null => Language.Pick("Biaya tergantung keadaan Anda", "The fee depends on your case"),
    };

    public static string MustCome(int services) => services == 0
        ? Language.Pick("Tidak perlu datang", "No visit needed")
        : Language.Pick($"Datang sekali untuk {services} layanan", $"One visit for {services} of the services");

    public static string YouGet => Language.Pick("Yang Anda terima", "What you receive");

    public static string YouNeed => Language.Pick("Yang diperlukan seluruhnya", "What is needed in all");

    public static string AskedOnce(int together, int apart) => Language.Pick($"Satu formulir dengan {together} isian. Bila diurus satu per satu ada {apart} isian.", $"One form with {together} answers. One by one there would be {apart}.");

    public static string IfWanted => Language.Pick("bila Anda mau", "if you want it");

    public static string After(string service) => Language.Pick($"Dihitung setelah {service} terbit", $"Counted from the issue of {service}");

    public static string WaitsFor(string service) => Language.Pick($"Menunggu {service} terbit. Hitungan hari kerja mulai setelah itu.", $"Waits for {service}. Working days are counted after that.");

    public static string OneByOne => Language.Pick("Urus satu per satu", "Apply one by one");

    public static string OneByOneText => Language.Pick("Setiap layanan juga dapat diajukan sendiri.", "Each service can be applied for by itself too.");

    public static string ChooseRegency => Language.Pick("Pilih kabupaten atau kota Anda", "Choose your regency or city");

    public static string Number(string number) => Language.Pick($"Nomor paket {number}", $"Number for all {number}");

    public static string UnderThisNumber => Language.Pick("Permohonan di bawah nomor ini", "Applications under this number");

    public static string EachOnItsOwn => Language.Pick("Setiap permohonan diperiksa dan diputus sendiri, dengan batas waktunya sendiri.", "Each application is checked and decided by itself, within its own limit.");

    public static string SecretOpensAll => Language.Pick("Nomor dan kode rahasia di atas berlaku untuk semuanya.", "The number and the secret code above open all of them.");

    public static string Heading(string name, string status) => status switch
    {
        "submitted" => Language.Pick($"{name}: sudah kami terima", $"{name}: received"),
        "in-review" => Language.Pick($"{name}: sedang dikerjakan", $"{name}: under way"),
        "returned" => Language.Pick($"{name}: perlu Anda perbaiki", $"{name}: needs a correction from you"),
        "issued" => Language.Pick($"{name}: semuanya sudah terbit", $"{name}: all issued"),
        "partly-issued" => Language.Pick($"{name}: sebagian terbit, sebagian tidak dapat diberikan", $"{name}: some issued, some refused"),
        "refused" => Language.Pick($"{name}: tidak dapat diberikan", $"{name}: could not be granted"),
        _ => Language.Pick($"{name}: sudah Anda tarik", $"{name}: withdrawn"),
    };

    public static string Latest(string date) => Language.Pick($"Paling lambat {date}", $"By {date}");

    public static string BeingChecked => Language.Pick("Kelengkapan diperiksa dalam 1 hari kerja", "Completeness is checked within 1 working day");

    public static string PartOf => Language.Pick("Bagian dari paket", "Filed together under");

    public static string Mine => Language.Pick("Diurus sekaligus", "Filed together");

    public static string WithdrawAll => Language.Pick("Tarik semua permohonan", "Withdraw all applications");

    public static string WithdrawAllTitle(string name) => Language.Pick($"Tarik semua permohonan {name}?", $"Withdraw all applications for {name}?");

    public static string WithdrawAllMeans => Language.Pick("Yang belum diputus ditarik dan ditutup. Yang sudah diputus tetap berlaku. Ini tidak dapat dibatalkan. Untuk menarik satu saja, buka permohonannya.", "What is not decided yet is withdrawn and closed. What is decided stays. This cannot be undone. To withdraw one only, open that application.");
}
