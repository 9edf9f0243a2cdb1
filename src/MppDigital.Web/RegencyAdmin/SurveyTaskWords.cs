using MppDigital.Regencies.Feedback.Surveys;
using MppDigital.Web.Components.Text;

namespace MppDigital.Web.RegencyAdmin;

internal static class SurveyTaskWords
{
    public static string Title => Language.Pick("Perbaikan dari survei", "Improvements from the survey");

    public static string Lead => Language.Pick(
        "Setiap triwulan unsur dengan nilai paling rendah menjadi tugas. Beri pemilik dan tanggal, lalu tulis apa yang sudah dilakukan: itu tampil di halaman kinerja.",
        "Each quarter the element rated lowest becomes a task. Give it an owner and a day, then write what was done: it stands on the public page.");

    public static string None => Language.Pick("Belum ada tugas. Tugas pertama dibuat setelah triwulan dengan sedikitnya lima jawaban berakhir.", "No task yet. The first one is made when a quarter with five answers or more is over.");

    public static string Public => Language.Pick("Lihat hasil survei", "See the results");

    public static string Of(ImprovementView task) => $"{Language.Pick(ElementNames.Indonesian(task.Element), ElementNames.English(task.Element))}, {Period(task)}";

    public static string Mean(ImprovementView task) => Language.Pick($"Nilai {Figures.Decimals(task.Mean, 2)} dari 4", $"Rated {Figures.Decimals(task.Mean, 2)} of 4");

    public static string State(ImprovementView task) => task.State switch
    {
        "done" => Language.Pick("selesai", "done"),
        "late" => Language.Pick("lewat tanggal", "overdue"),
        _ => Language.Pick("berjalan", "open"),
    };

    public static string Due(ImprovementView task) => task.DoneOn is { } day
        ? Language.Pick($"Selesai {Dates.Full(day)}", $"Done on {Dates.Full(day)}")
        : Language.Pick($"Paling lambat {Dates.Full(task.DueOn)}", $"Due on {Dates.Full(task.DueOn)}");

    public static string OwnerOf(ImprovementView task) => task.OwnerName ?? Admins;

    public static string Owner => Language.Pick("Pemilik tugas", "Owner");

    public static string Admins => Language.Pick("Admin daerah", "The regency's admins");

    public static string DueOn => Language.Pick("Paling lambat", "Due on");

    public static string DueHint => Language.Pick("Misalnya 31 12 2026", "For example 31 12 2026");

    public static string Plan => Language.Pick("Rencana (boleh kosong)", "Plan (optional)");

    public static string Done => Language.Pick("Yang sudah dilakukan", "What was done");

    public static string DoneHint => Language.Pick("Kosongkan selama masih dikerjakan. Begitu terisi, tugas selesai dan tulisan ini tampil untuk umum.", "Leave empty while it is being worked on. Once filled in the task is done and this text is public.");

    public static string Save => Language.Pick("Simpan", "Save");

    public static string Gone => Language.Pick("Tugas ini tidak ada. Kembali ke daftarnya.", "There is no such task. Go back to the list.");

    /// <summary>What is wrong with a field, by its name in the use case.</summary>
    public static string Mend(string field) => field switch
    {
        "owner" => Language.Pick("Pilih seorang petugas dari daftar.", "Choose somebody from the list."),
        "dueOn" => Language.Pick("Tulis tanggal mulai hari ini sampai setahun ke depan, misalnya 31 12 2026.", "Write a day from today up to a year ahead, for example 31 12 2026."),
        "plan" => Language.Pick("Tulis paling banyak 1000 huruf, tanpa tanda yang tak terlihat.", "Write 1000 characters at most, no invisible ones."),
        _ => Language.Pick("Tulis 10 sampai 1000 huruf, atau kosongkan.", "Write 10 to 1000 characters, or leave it empty."),
    };

    private static string Period(ImprovementView task) => Language.IsEnglish ? ElementNames.OfPeriodEn(SurveyPeriod.Parse(task.Period)) : ElementNames.OfPeriod(SurveyPeriod.Parse(task.Period));
}
