namespace MppDigital.Testing.Databases.Brokers;

public sealed partial class BrokerTraffic
{
    private void AddBrokers(double scale)
    {
        var each = (int)Math.Max(4, 12 * scale);
        for (var i = 0; i < each; i++)
        {
            OneTelephone(Named(Trade.OneTelephone, i));
            Stock(Named(Trade.Stock, i));
            Mandates(Named(Trade.Mandates, i));
            Insider(Named(Trade.Insider, i));
            Careful(Named(Trade.Careful, i), office: false);
            Careful(Named(Trade.CarefulOffice, i), office: true);
        }
    }

    private string Named(Trade trade, int number)
    {
        var name = $"{trade}-{number}";
        traders[name] = trade;
        return name;
    }

    private void OneTelephone(string name)
    {
        for (var week = 0; week < Days / 7; week++)
        {
            // Some weeks are slow; five in a week is what booking lets through.
            for (var n = 1 + random.Next(5); n > 0; n--) Live(Somebody(name, $"{name}-{random.Next(3)}", Mobile()), WorkingHour((week * 7) + (random.NextDouble() * 6)), name, cancels: 0.15);
        }
    }

    /// <summary>Two helpers hold times; a buyer's name takes one over within minutes. What finds no buyer goes back.</summary>
    private void Stock(string name)
    {
        for (var browser = 0; browser < 2; browser++)
        {
            var device = $"{name}-{browser}";
            var helpers = Enumerable.Range(0, 2).Select(_ => Somebody(device: device, address: Mobile())).ToList();
            for (var week = 0; week < Days / 7; week++)
            {
                for (var n = 2 + random.Next(2); n > 0; n--)
                {
                    var (helper, day) = (helpers[random.Next(2)], WorkingHour((week * 7) + (random.NextDouble() * 5)));
                    var (service, slot, _) = Pick(day);
                    var held = Book(helper, day, service, slot, name);
                    GiveBack(helper, held, service, slot, day + 0.6);
                    if (!Chance(0.7)) continue;
                    // Mostly at once; a fifth dawdles beyond what the rule looks at.
                    var wait = (Chance(0.8) ? 1 + (random.NextDouble() * 6) : 12 + (random.NextDouble() * 20)) / 1440;
                    Book(Somebody(device: device, address: helper.Address), day + 0.6 + wait, service, slot, name);
                }
            }
        }
    }

    private void Mandates(string name)
    {
        for (var week = 0; week < Days / 7; week++)
            for (var n = 2 + random.Next(3); n > 0; n--) Live(Somebody(name, name, Mobile()) with { Proxy = name }, WorkingHour((week * 7) + (random.NextDouble() * 6)), name);
    }

    /// <summary>Five people in turn under mandates, never more, and an officer who is always there for them.</summary>
    private void Insider(string name)
    {
        var clients = Enumerable.Range(0, 5).Select(_ => Somebody(name, name, Mobile()) with { Proxy = name }).ToList();
        var service = 1 + random.Next(Services - 1);
        for (var week = 0; week < Days / 7; week++)
        {
            for (var n = 2 + random.Next(3); n > 0; n--)
                Live(clients[random.Next(clients.Count)], WorkingHour((week * 7) + (random.NextDouble() * 6)), name, wanted: service, officer: Chance(0.85) ? $"officer-{service}-0" : null);
        }
    }

    private void Careful(string name, bool office)
    {
        for (var week = 0; week < Days / 7; week++)
        {
            for (var n = 2 + random.Next(3); n > 0; n--)
            {
                var day = WorkingHour((week * 7) + (random.NextDouble() * 5));
                var address = office ? $"office-{name}.1" : Mobile();
                var (service, slot, _) = Pick(day);
                var helper = Somebody(address: address);
                GiveBack(helper, Book(helper, day, service, slot, name), service, slot, day + 0.6);
                Book(Somebody(address: address), day + 0.6 + (office ? (1 + (random.NextDouble() * 7)) / 1440 : (20 + (random.NextDouble() * 60)) / 1440), service, slot, name);
            }
        }
    }
}
