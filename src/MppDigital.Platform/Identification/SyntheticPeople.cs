using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MppDigital.Platform.Identification;

/// <summary>
/// The invented people behind demo accounts and simulators. A number of the serial range 9990 to 9999, which no district ever issues,
/// always gives the same person, so that the account made at first start and the answer of a register agree without sharing a list.
/// </summary>
public static class SyntheticPeople
{
    private static readonly string[] Men =
        ["Ahmad", "Budi", "Dedi", "Eko", "Fajar", "Hendra", "Irfan", "Joko", "Made", "Rizal", "Taufik", "Yohanes", "Andreas", "Bayu", "Rahmat", "Syahrul"];

    private static readonly string[] Women =
        ["Aisyah", "Dewi", "Fitri", "Indah", "Kartika", "Lestari", "Maria", "Nurul", "Putri", "Rahmi", "Siti", "Wayan", "Yuliana", "Ratna", "Sari", "Mega"];

    private static readonly string[] MenSecond =
        ["Pratama", "Saputra", "Hidayat", "Setiawan", "Kurniawan", "Nugroho", "Firmansyah", "Wijaya", "Putra", "Ramadhan"];

    private static readonly string[] WomenSecond =
        ["Anggraini", "Permata", "Wulandari", "Maharani", "Safitri", "Handayani", "Oktaviani", "Puspita", "Amelia", "Rahmawati"];

    private static readonly string[] Last =
        ["Siregar", "Tanjung", "Nasution", "Sihombing", "Wibowo", "Santoso", "Harahap", "Lubis", "Gunawan", "Suryadi", "Rumbiak", "Manurung", "Chaniago", "Koto"];

    private static readonly string[] Streets =
        ["Merdeka", "Sudirman", "Ahmad Yani", "Diponegoro", "Hatta", "Pahlawan", "Cendana", "Melati", "Kenanga", "Anggrek", "Veteran", "Pasar Baru"];

    /// <summary>Four of ten serials are nurses, because the licence of a nurse is the service that the demo tells.</summary>
    private static readonly string[] OccupationBySerial =
        ["Perawat", "Perawat", "Perawat", "Perawat", "Bidan", "Dokter", "Apoteker", "Wiraswasta", "Guru", "Petani"];

    /// <summary>The person a register knows by this number; null when the number lies outside the synthetic range or holds no date.</summary>
    /// <param name="nik">16 digits.</param>
    public static SyntheticPerson? Find(string nik, DateOnly today)
    {
        if (nik is not { Length: 16 } || !nik.All(char.IsAsciiDigit) || !nik[12..].StartsWith("999", StringComparison.Ordinal)) return null;
        if (Nik.BirthDateOf(nik, today) is not { } birth) return null;

        var woman = nik[6] >= '4';
        var dice = SHA256.HashData(Encoding.ASCII.GetBytes(nik));
        var name = $"{Pick(woman ? Women : Men, dice[0])} {Pick(woman ? WomenSecond : MenSecond, dice[1])} {Pick(Last, dice[2])}";
        var mother = $"{Pick(Women, dice[3])} {Pick(WomenSecond, dice[4])}";
        var address = string.Create(CultureInfo.InvariantCulture, $"Jl. {Pick(Streets, dice[5])} No. {1 + dice[6] % 180}, RT {1 + dice[7] % 9:000} RW {1 + dice[8] % 9:000}");
        var card = string.Create(CultureInfo.InvariantCulture, $"{nik[..6]}{1 + dice[9] % 28:00}{1 + dice[10] % 12:00}{10 + dice[11] % 14}{9990 + dice[12] % 10}");
        return new SyntheticPerson(nik, name, birth, woman ? Sex.Female : Sex.Male, mother, address, card, OccupationBySerial[nik[15] - '0']);
    }

    /// <summary>The number of one demo citizen; <paramref name="position"/> 0 of a regency is always a nurse.</summary>
    /// <param name="regencyCode">Four digits.</param>
    /// <param name="position">0 to 199, the place in the regency's list.</param>
    public static string NikOf(string regencyCode, int position)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)position, 199u);
        var birth = new DateOnly(1994, 3, 12).AddDays(-47 * position);
        var day = birth.Day + (position % 2 == 0 ? 40 : 0);
        return string.Create(CultureInfo.InvariantCulture, $"{regencyCode}01{day:00}{birth.Month:00}{birth.Year % 100:00}{9990 + position % 10}");
    }

    private static string Pick(string[] names, byte dice) => names[dice % names.Length];
}
