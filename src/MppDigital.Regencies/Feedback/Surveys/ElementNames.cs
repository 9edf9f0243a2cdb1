namespace MppDigital.Regencies.Feedback.Surveys;

/// <summary>The nine elements as Permen PANRB 14/2017 prints them.</summary>
public static class ElementNames
{
    public static string Indonesian(SurveyElement element) => element switch
    {
        SurveyElement.Requirements => "Persyaratan",
        SurveyElement.Procedure => "Sistem, mekanisme, dan prosedur",
        SurveyElement.Time => "Waktu penyelesaian",
        SurveyElement.Fee => "Biaya/tarif",
        SurveyElement.Product => "Produk spesifikasi jenis pelayanan",
        SurveyElement.Competence => "Kompetensi pelaksana",
        SurveyElement.Conduct => "Perilaku pelaksana",
        SurveyElement.Complaints => "Penanganan pengaduan, saran, dan masukan",
        _ => "Sarana dan prasarana",
    };

    public static string English(SurveyElement element) => element switch
    {
        SurveyElement.Requirements => "Requirements",
        SurveyElement.Procedure => "System, mechanism and procedure",
        SurveyElement.Time => "Time taken",
        SurveyElement.Fee => "Fee",
        SurveyElement.Product => "What was delivered",
        SurveyElement.Competence => "Competence of staff",
        SurveyElement.Conduct => "Conduct of staff",
        SurveyElement.Complaints => "Handling of complaints and suggestions",
        _ => "Facilities",
    };

    /// <summary>What the regulation calls each grade.</summary>
    public static string OfGrade(char grade) => grade switch { 'A' => "Sangat baik", 'B' => "Baik", 'C' => "Kurang baik", _ => "Tidak baik" };

    public static string OfGradeEn(char grade) => grade switch { 'A' => "Very good", 'B' => "Good", 'C' => "Less than good", _ => "Not good" };

    /// <summary>"Triwulan 4 tahun 2026".</summary>
    public static string OfPeriod(SurveyPeriod period) => period.Months switch
    {
        12 => $"Tahun {period.Year}",
        6 => $"Semester {period.Number} tahun {period.Year}",
        3 => $"Triwulan {period.Number} tahun {period.Year}",
        _ => $"{Months[period.Number - 1]} {period.Year}",
    };

    public static string OfPeriodEn(SurveyPeriod period) => period.Months switch
    {
        12 => $"Year {period.Year}",
        6 => $"Half-year {period.Number} of {period.Year}",
        3 => $"Quarter {period.Number} of {period.Year}",
        _ => $"{EnglishMonths[period.Number - 1]} {period.Year}",
    };

    private static readonly string[] Months = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"];

    private static readonly string[] EnglishMonths = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
}
