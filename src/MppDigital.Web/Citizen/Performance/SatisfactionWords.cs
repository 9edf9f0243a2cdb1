using MppDigital.Regencies.Feedback.Surveys;
using MppDigital.Web.Components.Text;

namespace MppDigital.Web.Citizen.Performance;

internal static class SatisfactionWords
{
    public static string Title => Language.Pick("Survei Kepuasan Masyarakat", "Satisfaction survey");

    public static string Lead => Language.Pick(
        "Setelah setiap pelayanan selesai, warga menilai sembilan unsur dari 1 sampai 4 menurut Permen PANRB 14/2017. Ini hasilnya.",
        "After each service people rate nine elements from 1 to 4, as Permen PANRB 14/2017 asks. This is what they say.");

    public static string Period(string period) => SurveyPeriod.Parse(period) is var read && Language.IsEnglish ? ElementNames.OfPeriodEn(read) : ElementNames.OfPeriod(SurveyPeriod.Parse(period));

    public static string Running(DateOnly until) => Language.Pick($"Sementara: periode ini berjalan sampai {Dates.Full(until)}.", $"Not final: this period runs until {Dates.Full(until)}.");

    public static string AsOf(string moment) => Language.Pick($"Keadaan {moment}.", $"As of {moment}.");

    public static string Grade(char grade) => Language.Pick($"Mutu {grade}, {ElementNames.OfGrade(grade).ToLowerInvariant()}", $"Grade {grade}, {ElementNames.OfGradeEn(grade).ToLowerInvariant()}");

    public static string Scale => Language.Pick("dari 100, paling rendah 25", "of 100, the lowest is 25");

    public static string Sample(SatisfactionView view) => view is { Acts: { } acts, MinimumSample: { } sample, Reached: { } reached, Total.Figures: { } total }
        ? Language.Pick(
            $"{Figures.Whole(total.Respondents)} orang menjawab dari {Figures.Whole(acts)} pelayanan selesai. Sampel minimum {Figures.Whole(sample)}: {(reached ? "tercapai" : "belum tercapai")}.",
            $"{Figures.Whole(total.Respondents)} people answered, of {Figures.Whole(acts)} finished services. Minimum sample {Figures.Whole(sample)}: {(reached ? "reached" : "not reached yet")}.")
        : "";

    public static string State(SatisfactionLine line) => line switch
    {
        { Figures: { } f } => $"{Figures.Decimals(f.Index, 2)} ({f.Grade})",
        { State: "few" } => Few,
        _ => None,
    };

    public static string Few => Language.Pick("tidak ditampilkan: terlalu sedikit jawaban", "not shown: too few answers");

    public static string None => Language.Pick("belum ada jawaban", "no answers yet");

    public static string Elements => Language.Pick("Nilai setiap unsur", "Each element");

    public static string Element(SurveyElement element) => Language.Pick(ElementNames.Indonesian(element), ElementNames.English(element));

    public static string OfFour => Language.Pick("dari 4", "of 4");

    public static string Weakest => Language.Pick("paling rendah", "lowest");

    public static string Parts => Language.Pick("Dalam periode ini", "Within this period");

    public static string Agencies => Language.Pick("Menurut instansi", "By agency");

    public static string Services => Language.Pick("Menurut layanan", "By service");

    public static string Name => Language.Pick("Nama", "Name");

    public static string Index => Language.Pick("Indeks dan mutu", "Index and grade");

    public static string Respondents => Language.Pick("Responden", "Respondents");

    public static string Improvements => Language.Pick("Yang kami perbaiki", "What we improve");

    public static string Improvement(PublicImprovement task) => task.DoneOn is { } day
        ? Language.Pick($"Selesai {Dates.Full(day)}: {task.Done}", $"Done on {Dates.Full(day)}: {task.Done}")
        : Language.Pick($"Sedang dikerjakan, selesai paling lambat {Dates.Full(task.DueOn)}.", $"Being worked on, done by {Dates.Full(task.DueOn)} at the latest.");

    public static string WhyHidden => Language.Pick(
        "Jawaban disimpan terpisah dari permohonan dan pemohon. Angka dari kurang dari lima orang tidak ditampilkan, begitu pula angka lain yang dapat mengungkapnya.",
        "Answers are kept apart from applications and people. Numbers of fewer than five people are not shown, nor others that would tell them.");

    public static string Pdf => Language.Pick("Unduh sebagai PDF", "Download as PDF");

    public static string Answer => Language.Pick("Isi survei", "Answer the survey");

    public static string OtherPeriods => Language.Pick("Periode lain", "Other periods");

    public static string BadPeriod => Language.Pick("Periode ini tidak ada. Tulis 2026, 2026-S2, 2026-T4, atau 2026-11.", "There is no such period. Write 2026, 2026-S2, 2026-T4 or 2026-11.");
}
