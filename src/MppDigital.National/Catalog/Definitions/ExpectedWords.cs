using System.Text.RegularExpressions;

namespace MppDigital.National.Catalog.Definitions;

/// <summary>What a rule expects, in Indonesian for those who write definitions. A phrase that is not known stays as it is.</summary>
internal static class ExpectedWords
{
    private static readonly (Regex English, string Indonesian)[] Phrases =
    [
        .. new (string, string)[]
        {
            ("^no such member$", "bagian ini tidak dikenal; hapus"), ("^the member to be there$", "bagian ini harus ada"), ("^a text of (\\d+) to (\\d+) characters$", "teks $1 sampai $2 huruf"), ("^a text that fits (.+)$", "teks yang cocok dengan $1"),
            ("^a text$", "teks"), ("^a text or null$", "teks atau null"), ("^an object$", "objek"), ("^an object or null$", "objek atau null"), ("^a list$", "daftar"), ("^a whole number$", "bilangan bulat"), ("^a whole number or null$", "bilangan bulat atau null"),
            ("^a number$", "angka"), ("^true or false$", "true atau false"), ("^one of (.+)$", "salah satu dari $1"), ("^at least one$", "paling sedikit satu"), ("^at least one (rule|step|option)$", "paling sedikit satu"), ("^at most (.+), the national time$", "paling lama $1 hari kerja, waktu nasional"),
            ("^at most (\\d+)$", "paling banyak $1"), ("^(\\d+) or more$", "$1 atau lebih"), ("^(-?\\d+) to (\\d+)$", "$1 sampai $2"), ("^(\\d+) to (\\d+) working days$", "$1 sampai $2 hari kerja"), ("^a date such as (.+)$", "tanggal, misalnya $1"),
            ("^a (?:name|code|value) of its own \\('(.+)' is used twice\\)$", "nama sendiri; '$1' dipakai dua kali"), ("^known (?:registers|sources) \\('(.+)' is none\\)$", "register yang dikenal; '$1' bukan"), ("^a regular expression$", "ekspresi reguler"),
            ("^a step (\\w+)$", "langkah $1"), ("^each action once$", "setiap tindakan satu kali"), ("^false, since nobody verifies before the approval$", "false, karena tidak ada yang memeriksa sebelum persetujuan"), ("^an agency that has a service$", "instansi yang punya layanan"),
            ("^not less than the standard time, at most 250$", "tidak kurang dari waktu standar, paling lama 250"), ("^0, since the service is free$", "0, karena layanan ini gratis"), ("^no steps, since nothing is decided here$", "kosong, karena tidak diputus di sini"),
            ("^a JSON pointer to an element of this definition, such as (.+)$", "penunjuk JSON ke bagian definisi ini, misalnya $1"), ("^(.+), since regency_may_override does not name (\\w+)$", "$1, karena regency_may_override tidak memuat $2"), ("^JSON with each member once.*$", "JSON yang utuh, setiap bagian sekali"),
        }.Select(p => (new Regex(p.Item1, RegexOptions.CultureInvariant), p.Item2)),
    ];

    public static string InIndonesian(string expected) => Phrases.FirstOrDefault(p => p.English.IsMatch(expected)) is { English: { } english } phrase ? english.Replace(expected, phrase.Indonesian) : expected;
}
