namespace MppDigital.Testing.Databases.Brokers;

public sealed partial class BrokerTraffic
{
    private void AddHonest(double scale)
    {
        for (var i = 0; i < 34_000 * scale; i++) Ordinary();
        for (var i = 0; i < 3_000 * scale; i++) Family();
        for (var i = 0; i < Math.Max(6, 40 * scale); i++) Village(i);
        for (var i = 0; i < Math.Max(4, 20 * scale); i++) CareHome(i);
        for (var i = 0; i < Math.Max(4, 15 * scale); i++) PublicComputer(i);
        for (var i = 0; i < 2; i++) Campus(i, (int)Math.Max(150, 1_500 * scale));
        for (var i = 0; i < 600 * scale; i++) Undecided(i);
    }

    private void Ordinary()
    {
        var who = Somebody();
        for (var n = 1 + random.Next(2); n > 0; n--) Live(who, WorkingHour(random.NextDouble() * Days));
    }

    /// <summary>Two to six people with one telephone and one browser; now and then one goes in the place of another.</summary>
    private void Family()
    {
        var first = Somebody();
        var members = new List<Origin> { first };
        for (var n = 1 + random.Next(5); n > 0; n--) members.Add(first with { Nik = NewNik() });
        var from = random.NextDouble() * (Days - 14);
        foreach (var (i, member) in members.Index())
        {
            // Beyond five in a week booking says no.
            var day = WorkingHour(from + (i < 5 ? random.NextDouble() * 7 : 8 + (random.NextDouble() * 5)));
            if (i > 0 && Chance(0.05))
            {
                var (service, slot, _) = Pick(day);
                GiveBack(first, Book(first, day, service, slot, ""), service, slot, day + 0.5);
                Book(member, day + 0.5 + (random.NextDouble() * 9 / 1440), service, slot, "");
            }
            else
            {
                Live(member, day);
            }
        }
    }

    /// <summary>One address and one computer, where a clerk helps people who have no telephone or their own.</summary>
    private void Village(int number)
    {
        for (var week = 0; week < Days / 7; week++)
        {
            for (var n = 2 + random.Next(4); n > 0; n--)
            {
                var phone = Chance(0.3) ? "" : Chance(0.1) ? $"village-{number}" : null;
                Live(Somebody(phone, $"village-{number}", $"village-{number}.1"), WorkingHour((week * 7) + random.Next(5)), cancels: 0.08);
            }
        }
    }

    /// <summary>Who looks after five people and goes for them; once somebody leaves and somebody comes.</summary>
    private void CareHome(int number)
    {
        var residents = Enumerable.Range(0, 6).Select(_ => Somebody($"care-{number}", $"care-{number}", $"care-{number}.1") with { Proxy = $"carer-{number}" }).ToList();
        for (var month = 0; month < 2; month++)
        {
            foreach (var resident in residents.Skip(month).Take(5))
                for (var n = 1 + random.Next(2); n > 0; n--) Live(resident, WorkingHour((month * 30) + random.Next(29)), cancels: 0.1);
        }
    }

    /// <summary>A library or a kiosk: strangers with their own telephones.</summary>
    private void PublicComputer(int number)
    {
        for (var week = 0; week < Days / 7; week++)
            for (var n = 3 + random.Next(3); n > 0; n--) Live(Somebody(device: $"library-{number}", address: $"library-{number}.1"), WorkingHour((week * 7) + random.Next(6)), cancels: 0.1);
    }

    private void Campus(int number, int students)
    {
        for (var i = 0; i < students; i++)
        {
            var who = Somebody(address: $"campus-{number}.1");
            for (var n = 1 + random.Next(2); n > 0; n--) Live(who, WorkingHour(random.NextDouble() * Days), cancels: 0.25, moves: 0.15);
        }
    }

    /// <summary>Really gives back half of what they book.</summary>
    private void Undecided(int number)
    {
        var who = Somebody(device: $"undecided-{number}");
        var from = random.NextDouble() * (Days - 20);
        for (var n = 3 + random.Next(4); n > 0; n--) Live(who, WorkingHour(from + (random.NextDouble() * 20)), cancels: 0.5);
    }
}
